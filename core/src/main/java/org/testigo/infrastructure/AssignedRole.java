package org.testigo.infrastructure;

import java.util.List;
import org.testigo.model.Text;

/// The role that the data gives an address, never one that was only published of it.
///
/// @param confidence 0 to 100, as in STIX; 0 for an unknown role
/// @param because empty for an unknown role
public record AssignedRole(Role role, int confidence, List<Text> because) {
  public static final AssignedRole UNKNOWN = new AssignedRole(Role.UNKNOWN, 0, List.of());

  public AssignedRole {
    because = List.copyOf(because);
    if ((role == Role.UNKNOWN) != because.isEmpty())
      throw new IllegalArgumentException("role " + role + " because of " + because);
  }
}
