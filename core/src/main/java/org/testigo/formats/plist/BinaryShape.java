package org.testigo.formats.plist;

import java.util.ArrayDeque;
import java.util.Optional;
import org.testigo.formats.plist.BinaryPlist.Container;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Refuses a binary list that cannot be walked safely: one that contains itself, is nested too
/// deep, or whose containers lie upon each other, which only a made-up file does and which would
/// make the work grow with the square of the file.
///
/// Sharing is allowed, so a list may still unfold to far more values than the file has bytes;
/// whoever walks pays for each. A damaged child counts as a leaf here: it throws when it is taken.
final class BinaryShape {
  private static final int OPEN = -1;
  private static final int NONE = -1;

  private final BinaryPlist plist;
  private final Budget budget;

  /// 0 for an object that was not seen, [#OPEN] while its children are looked at, then the number
  /// of levels from it down.
  private final int[] height;

  private final ArrayDeque<Step> path = new ArrayDeque<>();
  private long containerBytes;

  private static final class Step {
    final int object;
    final Container container;
    int next;
    int childHeight;

    Step(int object, Container container) {
      this.object = object;
      this.container = container;
    }
  }

  private BinaryShape(BinaryPlist plist, Budget budget) {
    this.plist = plist;
    this.budget = budget;
    height = new int[plist.objectCount()];
  }

  /// @throws MalformedException when the list contains itself or containers overlap
  static void check(BinaryPlist plist, Budget budget) {
    new BinaryShape(plist, budget).walk();
  }

  private void walk() {
    visit(plist.top());
    while (!path.isEmpty()) {
      var step = path.getLast();
      if (step.next == step.container.references()) leave(step);
      else look(step, step.next++);
    }
  }

  private void look(Step step, int index) {
    int child = childOf(step, index);
    if (child == NONE) return;
    if (height[child] == OPEN) {
      throw new MalformedException(
          step.container.offset, "object %d contains itself".formatted(child));
    }
    if (height[child] == 0) visit(child);
    else step.childHeight = Math.max(step.childHeight, height[child]);
  }

  private int childOf(Step step, int index) {
    try {
      return step.container.reference(index);
    } catch (MalformedException thrownAgainWhenTaken) {
      return NONE;
    }
  }

  private void visit(int object) {
    var container = containerOf(object);
    if (container.isEmpty()) {
      height[object] = 1;
      return;
    }
    height[object] = OPEN;
    path.addLast(new Step(object, container.get()));
    Depth.check(path.size(), budget);
    claim(container.get());
  }

  private Optional<Container> containerOf(int object) {
    try {
      BinaryKind kind = plist.kind(object);
      boolean isContainer = kind == BinaryKind.ARRAY || kind == BinaryKind.DICTIONARY;
      return isContainer ? Optional.of(plist.container(object)) : Optional.empty();
    } catch (MalformedException thrownAgainWhenTaken) {
      return Optional.empty();
    }
  }

  private void claim(Container container) {
    containerBytes += container.end - container.offset;
    if (containerBytes > plist.objectBytes()) {
      throw new MalformedException(
          container.offset, "arrays and dictionaries that lie upon each other");
    }
  }

  private void leave(Step step) {
    path.removeLast();
    height[step.object] = 1 + step.childHeight;
    Depth.check(path.size() + height[step.object], budget);
    if (path.isEmpty()) return;
    var parent = path.getLast();
    parent.childHeight = Math.max(parent.childHeight, height[step.object]);
  }
}
