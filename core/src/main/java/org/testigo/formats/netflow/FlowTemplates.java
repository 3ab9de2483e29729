package org.testigo.formats.netflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.formats.netflow.FlowTemplate.Field;
import org.testigo.model.MalformedException;

/// The templates that exporters told.
public final class FlowTemplates {
  private static final int TEMPLATES_AT_MOST = 10_000;
  private static final int FIELDS_AT_MOST = 1_000;
  private static final int ENTERPRISE_BIT = 0x8000;

  private final Map<FlowTemplate.Key, FlowTemplate> known = new HashMap<>();
  private final Set<FlowTemplate.Key> disputed = new HashSet<>();

  Optional<FlowTemplate> find(FlowTemplate.Key key) {
    return Optional.ofNullable(known.get(key));
  }

  /// Whether files disagree on a template, so that none of their tellings may be used.
  boolean isDisputed(FlowTemplate.Key key) {
    return disputed.contains(key);
  }

  /// Takes over what another file told; where files tell different templates of the same number,
  /// they are of different exporters, and none is taken.
  public void agree(FlowTemplates other) {
    other.known.forEach((key, template) -> {
      var before = known.putIfAbsent(key, template);
      if (before != null && !before.equals(template)) disputed.add(key);
    });
    disputed.forEach(known::remove);
  }

  /// What lacks here and stands there.
  void complete(FlowTemplates other) {
    other.known.forEach(known::putIfAbsent);
    disputed.addAll(other.disputed);
  }

  /// A set of templates: of each its number, how many fields it has, and the fields.
  void readTemplates(Bytes set, int version, long domain) {
    while (set.left() >= 4 && !set.isZero()) {
      int number = number(set);
      int count = set.u16("field count");
      if (count == 0) known.remove(new FlowTemplate.Key(version, domain, number));
      else put(new FlowTemplate.Key(version, domain, number), fields(set, count, version), set);
    }
  }

  /// A set of templates for what exporters tell of themselves. Version 9 gives the lengths of the
  /// scope and of the rest in bytes; IPFIX the count of all fields and of those of the scope.
  void readOptions(Bytes set, int version, long domain) {
    while (set.left() >= 6 && !set.isZero()) {
      int number = number(set);
      int first = set.u16("length or count");
      int second = set.u16("length or count");
      int count = version == 9 ? (first + second) / 4 : first;
      int scope = version == 9 ? first / 4 : second;
      var fields = new ArrayList<>(fields(set, count, version));
      // Fields of a scope have numbers of their own in version 9, which mean no element.
      for (int i = 0; version == 9 && i < scope && i < fields.size(); i++)
        fields.set(i, new Field(SCOPE, fields.get(i).element(), fields.get(i).lengthBytes()));
      put(new FlowTemplate.Key(version, domain, number), fields, set);
    }
  }

  /// Stands for an enterprise that no exporter can have.
  private static final long SCOPE = -1;

  private static int number(Bytes set) {
    int offset = set.offset();
    int number = set.u16("template number");
    if (number < 256)
      throw new MalformedException(offset, "template %d, expected 256 or more".formatted(number));
    return number;
  }

  private static List<Field> fields(Bytes set, int count, int version) {
    if (count > FIELDS_AT_MOST || count * 4 > set.left()) {
      throw new MalformedException(
          set.offset(), "%d fields in a template, %d bytes are left".formatted(count, set.left()));
    }
    var fields = new ArrayList<Field>(count);
    for (int i = 0; i < count; i++) fields.add(field(set, version));
    return fields;
  }

  private static Field field(Bytes set, int version) {
    int element = set.u16("element");
    int length = set.u16("length");
    boolean isEnterprise = version == 10 && (element & ENTERPRISE_BIT) != 0;
    if (!isEnterprise) return new Field(0, element, length);
    return new Field(set.u32("enterprise"), element & ~ENTERPRISE_BIT, length);
  }

  private void put(FlowTemplate.Key key, List<Field> fields, Bytes set) {
    if (known.size() >= TEMPLATES_AT_MOST)
      throw new MalformedException(set.offset(), "more than %d templates".formatted(known.size()));
    var template = new FlowTemplate(fields);
    if (template.shortestBytes() == 0) {
      throw new MalformedException(
          set.offset(), "template %d has no bytes, expected some".formatted(key.number()));
    }
    known.put(key, template);
  }
}
