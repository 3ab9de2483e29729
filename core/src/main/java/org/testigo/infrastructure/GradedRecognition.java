package org.testigo.infrastructure;

import org.testigo.model.Text;

/// A grade, and why it was given.
public record GradedRecognition(Grade grade, Text because) {}
