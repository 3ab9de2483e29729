package org.testigo.networks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The autonomous systems of a table, ascending by number. A column names one by its place here
/// plus 1, so that 0 stays "none". Names lie in one array of bytes; a system becomes an object when
/// it is first asked for.
final class SystemList {
  /// A power of two; a few thousand networks announce most of the Internet.
  private static final int RECENT = 8192;

  /// As unsigned numbers.
  private final int[] numbers;

  private final byte[] names;

  /// Where each name begins, and after the last where it ends.
  private final int[] nameStarts;

  /// [CountryCodes] of the law.
  private final int[] laws;

  /// Share of the derived country; 100 and [#isRegistered] where the table names it.
  private final byte[] shares;

  private final boolean isRegistered;

  /// Those asked for lately, each at the place of the last bits of its value.
  private final @Nullable Recent[] recents = new Recent[RECENT];

  /// A system as an object; threads may overwrite each other's, which are equal.
  private record Recent(int value, Optional<AutonomousSystem> system) {}

  /// @param isRegistered whether the law countries are named by the table, not derived
  SystemList(
      int[] numbers,
      byte[] names,
      int[] nameStarts,
      int[] laws,
      byte[] shares,
      boolean isRegistered) {
    this.numbers = numbers;
    this.names = names;
    this.nameStarts = nameStarts;
    this.laws = laws;
    this.shares = shares;
    this.isRegistered = isRegistered;
  }

  /// @param systems ascending by number, their laws all of one kind
  static SystemList of(List<AutonomousSystem> systems, boolean isRegistered) {
    int count = systems.size();
    var numbers = new int[count];
    var starts = new int[count + 1];
    var laws = new int[count];
    var shares = new byte[count];
    var names = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      AutonomousSystem system = systems.get(i);
      numbers[i] = (int) system.number();
      names.writeBytes(system.name().getBytes(StandardCharsets.UTF_8));
      starts[i + 1] = names.size();
      if (system.lawCountry().isEmpty()) continue;
      laws[i] = CountryCodes.of(system.lawCountry().get().country());
      shares[i] = (byte) system.lawCountry().get().sharePercent();
    }
    return new SystemList(numbers, names.toByteArray(), starts, laws, shares, isRegistered);
  }

  static SystemList empty() {
    return of(List.of(), false);
  }

  int size() {
    return numbers.length;
  }

  boolean isRegistered() {
    return isRegistered;
  }

  /// @param value of a column: 0 for none
  Optional<AutonomousSystem> system(int value) {
    if (value == 0) return Optional.empty();
    int place = value & RECENT - 1;
    Recent recent = recents[place];
    if (recent == null || recent.value() != value)
      recents[place] = recent = new Recent(value, Optional.of(make(value - 1)));
    return recent.system();
  }

  Optional<AutonomousSystem> byNumber(long number) {
    int low = 0;
    int high = numbers.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = Integer.toUnsignedLong(numbers[middle]);
      if (there == number) return system(middle + 1);
      if (there < number) low = middle + 1;
      else high = middle - 1;
    }
    return Optional.empty();
  }

  private AutonomousSystem make(int index) {
    int start = nameStarts[index];
    var name = new String(names, start, nameStarts[index + 1] - start, StandardCharsets.UTF_8);
    return new AutonomousSystem(Integer.toUnsignedLong(numbers[index]), name, law(index));
  }

  private Optional<LawCountry> law(int index) {
    return CountryCodes.country(laws[index])
        .map(country ->
            isRegistered
                ? LawCountry.registered(country)
                : LawCountry.derived(country, shares[index]));
  }

  /// All of them, ascending by number.
  List<AutonomousSystem> all() {
    return IntStream.range(0, size()).mapToObj(this::make).toList();
  }
}
