package org.testigo.model;

/// A thing that can be observed on a device or a network, in the words of STIX 2.1 where it has
/// one.
public sealed interface Observable
    permits AttachmentObject,
        ClearIdentifier,
        ConfigurationProfile,
        FileObject,
        HttpExchange,
        IdentityLookup,
        MessageObject,
        NameLookup,
        NetworkPath,
        NetworkTraffic,
        PermissionGrant,
        ProcessObject,
        ProfileEvent,
        Setting,
        Software,
        TlsHandshake,
        UrlVisit,
        UserAccount {}
