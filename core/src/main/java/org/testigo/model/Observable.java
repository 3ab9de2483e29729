package org.testigo.model;

/// A thing that can be observed on a device, in the words of STIX 2.1 where it has one.
public sealed interface Observable
    permits AttachmentObject,
        ConfigurationProfile,
        FileObject,
        IdentityLookup,
        MessageObject,
        PermissionGrant,
        ProcessObject,
        ProfileEvent,
        Setting,
        Software,
        UrlVisit,
        UserAccount {}
