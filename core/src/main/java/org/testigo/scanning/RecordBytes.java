package org.testigo.scanning;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.testigo.model.Location;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanSource;

/// Writes what a scan found as bytes and reads it back, so that a cluster can send it: the
/// components of records in their order, equal bytes of the evidence once. Both ends must be of the
/// same version.
///
/// Numbers are big-endian; a text is its length and its UTF-16 units, since texts of the evidence
/// need not be well-formed; a case of a sealed interface has its number in front.
final class RecordBytes {
  private RecordBytes() {}

  static byte[] write(Record record) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      new Writer(out).write(record.getClass(), record);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /// @param lines turns the number of a line as it was written into that in its file
  static <R extends Record> R read(Class<R> type, byte[] bytes, LongUnaryOperator lines) {
    try (var in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
      return type.cast(new Reader(in, lines).read(type));
    } catch (IOException e) {
      throw new IllegalStateException("bytes of another version", e);
    }
  }

  /// A record's canonical constructor and components.
  @SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
  private record Shape(Constructor<?> constructor, RecordComponent[] components) {
    private static final ClassValue<Shape> KNOWN =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            return of(type);
          }
        };

    static Shape of(Class<?> type) {
      var components = Objects.requireNonNull(type.getRecordComponents());
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(type.getDeclaredConstructor(types), components);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " has no canonical constructor", e);
      }
    }

    Object value(RecordComponent component, Object record) {
      try {
        return Objects.requireNonNull(component.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(component.toString(), e);
      }
    }

    Object make(Object[] values) {
      try {
        return constructor.newInstance(values);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(constructor.toString(), e);
      }
    }
  }

  private static Class<?> classOf(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private record Writer(DataOutputStream out, Map<Bytes, Integer> known) {
    Writer(DataOutputStream out) {
      this(out, new HashMap<>());
    }

    void write(Type type, Object value) throws IOException {
      switch (value) {
        case String text -> {
          out.writeInt(text.length());
          out.writeChars(text);
        }
        case Integer number -> out.writeInt(number);
        case Long number -> out.writeLong(number);
        case Boolean truth -> out.writeBoolean(truth);
        case Enum<?> choice -> out.writeByte(choice.ordinal());
        case Instant instant -> {
          out.writeLong(instant.getEpochSecond());
          out.writeInt(instant.getNano());
        }
        case Bytes bytes -> bytes(bytes);
        case Optional<?> optional -> {
          out.writeBoolean(optional.isPresent());
          if (optional.isPresent()) write(argument(type, 0), optional.get());
        }
        case Collection<?> all -> {
          out.writeInt(all.size());
          for (Object each : all) write(argument(type, 0), each);
        }
        case Map<?, ?> map -> {
          out.writeInt(map.size());
          for (var entry : map.entrySet()) {
            write(argument(type, 0), entry.getKey());
            write(argument(type, 1), entry.getValue());
          }
        }
        case Record record -> record(classOf(type), record);
        default -> throw new IllegalStateException("no way to write " + value.getClass());
      }
    }

    private void bytes(Bytes bytes) throws IOException {
      Integer number = known.putIfAbsent(bytes, known.size());
      out.writeInt(number == null ? -1 : number);
      if (number != null) return;
      out.writeInt(bytes.length());
      out.write(bytes.array());
    }

    private void record(Class<?> type, Record record) throws IOException {
      if (type.isSealed())
        out.writeByte(Arrays.asList(type.getPermittedSubclasses()).indexOf(record.getClass()));
      var shape = Shape.KNOWN.get(record.getClass());
      for (RecordComponent component : shape.components())
        write(component.getGenericType(), shape.value(component, record));
    }
  }

  private record Reader(DataInputStream in, LongUnaryOperator lines, List<Bytes> known) {
    Reader(DataInputStream in, LongUnaryOperator lines) {
      this(in, lines, new ArrayList<>());
    }

    Object read(Type type) throws IOException {
      var raw = classOf(type);
      if (raw == String.class) return text();
      if (raw == int.class || raw == Integer.class) return in.readInt();
      if (raw == long.class || raw == Long.class) return in.readLong();
      if (raw == boolean.class) return in.readBoolean();
      if (raw.isEnum()) return Array.get(raw.getEnumConstants(), in.readByte());
      if (raw == Instant.class) return Instant.ofEpochSecond(in.readLong(), in.readInt());
      if (raw == Bytes.class) return bytes();
      if (raw == Optional.class)
        return in.readBoolean() ? Optional.of(read(argument(type, 0))) : Optional.empty();
      if (Collection.class.isAssignableFrom(raw)) return collection(type, raw);
      if (raw == Map.class) return map(type);
      if (raw.isSealed()) return record(raw.getPermittedSubclasses()[in.readByte()]);
      return record(raw);
    }

    private String text() throws IOException {
      var characters = new char[in.readInt()];
      for (int i = 0; i < characters.length; i++) characters[i] = in.readChar();
      return new String(characters);
    }

    private Bytes bytes() throws IOException {
      int number = in.readInt();
      if (number >= 0) return known.get(number);
      var bytes = new Bytes(in.readNBytes(in.readInt()));
      known.add(bytes);
      return bytes;
    }

    private Collection<Object> collection(Type type, Class<?> raw) throws IOException {
      int size = in.readInt();
      Collection<Object> all = raw == List.class ? new ArrayList<>() : new LinkedHashSet<>();
      for (int i = 0; i < size; i++) all.add(read(argument(type, 0)));
      return all;
    }

    private Map<Object, Object> map(Type type) throws IOException {
      int size = in.readInt();
      var map = new LinkedHashMap<Object, Object>();
      for (int i = 0; i < size; i++) map.put(read(argument(type, 0)), read(argument(type, 1)));
      return map;
    }

    private Object record(Class<?> type) throws IOException {
      var shape = Shape.KNOWN.get(type);
      var values = new Object[shape.components().length];
      for (int i = 0; i < values.length; i++)
        values[i] = read(shape.components()[i].getGenericType());
      return switch (shape.make(values)) {
        case ScanSource(var file, long entry) -> new ScanSource(file, lines.applyAsLong(entry));
        case Location.Line(long number) -> new Location.Line(lines.applyAsLong(number));
        case Object other -> other;
      };
    }
  }
}
