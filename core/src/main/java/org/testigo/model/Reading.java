package org.testigo.model;

/// What an artifact says at one place: a thing that was observed, or a part that could not be read.
public sealed interface Reading permits Observation, Unreadable {
  Source source();
}
