package org.testigo.exposure.policy;

import java.util.List;

/// Rules under one name.
///
/// @param notice what whoever wrote it says of it, such as that it is an example
public record Policy(String id, String title, String notice, List<Rule> rules) {
  public Policy {
    rules = List.copyOf(rules);
  }
}
