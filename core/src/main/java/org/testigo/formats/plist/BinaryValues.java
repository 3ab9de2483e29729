package org.testigo.formats.plist;

import java.util.AbstractList;
import org.testigo.formats.plist.BinaryPlist.Container;

/// The objects of a binary list as values, decoded when they are taken.
final class BinaryValues {
  private BinaryValues() {}

  static PlistValue value(BinaryPlist plist, int reference) {
    return switch (plist.kind(reference)) {
      case NULL -> new PlistValue.Null();
      case FALSE -> new PlistValue.Truth(false);
      case TRUE -> new PlistValue.Truth(true);
      case WHOLE -> new PlistValue.Whole(plist.exactWhole(reference));
      case REAL -> new PlistValue.Real(plist.real(reference));
      case DATE -> date(plist, reference);
      case DATA -> new PlistValue.Data(plist.data(reference));
      case ASCII, UTF16, UTF8 -> new PlistValue.Text(plist.text(reference));
      case UID -> new PlistValue.Uid(plist.uid(reference));
      case ARRAY -> new PlistValue.Array(new Elements(plist, plist.container(reference)));
      case DICTIONARY -> new PlistValue.Dictionary(new Pairs(plist, plist.container(reference)));
    };
  }

  private static PlistValue.Date date(BinaryPlist plist, int reference) {
    double seconds = plist.real(reference);
    return new PlistValue.Date(
        CocoaTime.at(seconds, plist.offset(reference)), CocoaTime.text(seconds));
  }

  private static final class Elements extends AbstractList<PlistValue> {
    private final BinaryPlist plist;
    private final Container container;

    Elements(BinaryPlist plist, Container container) {
      this.plist = plist;
      this.container = container;
    }

    @Override
    public PlistValue get(int index) {
      return value(plist, container.reference(index));
    }

    @Override
    public int size() {
      return container.count;
    }
  }

  private static final class Pairs extends AbstractList<PlistValue.Entry> {
    private final BinaryPlist plist;
    private final Container container;

    Pairs(BinaryPlist plist, Container container) {
      this.plist = plist;
      this.container = container;
    }

    @Override
    public PlistValue.Entry get(int index) {
      String key = plist.text(container.reference(index));
      return new Pair(plist, container, index, key);
    }

    @Override
    public int size() {
      return container.count;
    }
  }

  private record Pair(BinaryPlist plist, Container container, int index, String key)
      implements PlistValue.Entry {
    @Override
    public PlistValue value() {
      return BinaryValues.value(plist, container.reference(container.count + index));
    }
  }
}
