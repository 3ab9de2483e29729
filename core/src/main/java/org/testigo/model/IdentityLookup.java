package org.testigo.model;

import java.util.OptionalLong;

/// A look-up of somebody's address by one of the phone's messaging services: the phone was about to
/// be in contact with it.
///
/// @param service such as `com.apple.madrid`
/// @param account as recorded, with its scheme, such as `mailto:someone@example.org`
public record IdentityLookup(String service, String account, OptionalLong status)
    implements Observable {}
