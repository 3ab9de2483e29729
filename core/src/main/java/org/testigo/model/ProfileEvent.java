package org.testigo.model;

/// An installation, update or removal of a configuration profile.
///
/// @param operation as recorded, such as `install`
/// @param process the program that did it
public record ProfileEvent(String profileId, String operation, String process)
    implements Observable {}
