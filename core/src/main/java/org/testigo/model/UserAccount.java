package org.testigo.model;

import java.util.Optional;

/// An account that the device uses at a provider.
///
/// @param type the kind of account as recorded, such as `com.apple.account.Google`
/// @param login the user name or address
public record UserAccount(
    String type,
    Optional<String> typeName,
    Optional<String> login,
    Optional<String> displayName,
    Optional<String> owner)
    implements Observable {}
