package org.testigo.formats.parquet;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.MalformedException;

/// Finds the columns in the nodes of a schema.
final class Schema {
  private static final int MAX_DEPTH = 32;

  private final List<SchemaNode> nodes;
  private final long offsetBytes;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> path = new ArrayList<>();
  private int at;

  private Schema(List<SchemaNode> nodes, long offsetBytes) {
    this.nodes = nodes;
    this.offsetBytes = offsetBytes;
  }

  /// @param offsetBytes of the footer, for what is wrong with the nodes
  static List<Column> columns(List<SchemaNode> nodes, long offsetBytes) {
    var schema = new Schema(nodes, offsetBytes);
    schema.children(schema.next(), new Levels(0, 0, 0));
    if (schema.at < nodes.size())
      throw schema.damaged("%d nodes, %d have a parent".formatted(nodes.size(), schema.at));
    return schema.columns;
  }

  /// How many nodes above may be missing, how many repeat, and the first at the last that repeats.
  private record Levels(int definition, int repetition, int element) {
    Levels within(SchemaNode node) {
      int deeper = definition + (node.mayBeMissing() ? 1 : 0);
      return node.isRepeated()
          ? new Levels(deeper, repetition + 1, deeper)
          : new Levels(deeper, repetition, element);
    }
  }

  private SchemaNode next() {
    if (at == nodes.size()) throw damaged("%d nodes, expected more".formatted(at));
    return nodes.get(at++);
  }

  private void children(SchemaNode parent, Levels levels) {
    if (parent.children() < 1 || parent.children() > nodes.size() - at)
      throw damaged(
          "node %d has %d children, expected 1 to %d"
              .formatted(at, parent.children(), nodes.size() - at));
    for (long i = 0; i < parent.children(); i++) node(levels);
  }

  private void node(Levels above) {
    var node = next();
    var levels = above.within(node);
    path.add(node.name());
    if (path.size() > MAX_DEPTH) throw damaged("nested deeper than " + MAX_DEPTH);
    if (node.isLeaf()) columns.add(column(node, levels));
    else children(node, levels);
    path.removeLast();
  }

  private Column column(SchemaNode node, Levels levels) {
    if (node.children() != 0) throw damaged("node %d has both a type and children".formatted(at));
    return new Column(
        path,
        type(node),
        typeBytes(node),
        node.meaning(),
        levels.definition(),
        levels.repetition(),
        levels.element());
  }

  private PhysicalType type(SchemaNode node) {
    var types = PhysicalType.values();
    if (node.type() >= types.length)
      throw damaged("type %d, expected 0 to %d".formatted(node.type(), types.length - 1));
    return types[(int) node.type()];
  }

  private int typeBytes(SchemaNode node) {
    if (type(node) != PhysicalType.FIXED_LEN_BYTE_ARRAY) return 0;
    if (node.typeBytes() < 1 || node.typeBytes() > Limits.VALUE_BYTES)
      throw damaged(
          "values of %d bytes, expected 1 to %d".formatted(node.typeBytes(), Limits.VALUE_BYTES));
    return (int) node.typeBytes();
  }

  private MalformedException damaged(String detail) {
    return new MalformedException(offsetBytes, "the schema: " + detail);
  }
}
