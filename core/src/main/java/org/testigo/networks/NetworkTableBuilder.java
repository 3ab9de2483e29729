package org.testigo.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes the table that comes with the program out of three published ones, each CSV for IPv4 and
/// IPv6: where machines probably are, who announces what, and where ranges are registered. The same
/// files give the same table.
///
/// Three things are made of them that none of them says. Whose law binds a network is derived
/// ([DerivedLaws]). What is neither registered nor announced is nowhere: the published tables place
/// private addresses in the country of a registry. And where a run of IPv6 addresses in one country
/// reaches beyond what is registered there, the registered country stands for the rest: a holder's
/// entry lies inside what it holds, while placeholders of a registry cover the ranges of many.
public final class NetworkTableBuilder {
  /// No country, but not nobody's.
  private static final int ANNOUNCED = -1;

  private NetworkTableBuilder() {}

  /// @param locations CSV files with lines `start,end,country`
  /// @param announcers with lines `start,end,number,organisation`
  /// @param registrations with lines `start,end,country`
  /// @throws org.testigo.model.MalformedException a line that does not follow
  public static NetworkTable build(
      TableOrigin origin, List<Path> locations, List<Path> announcers, List<Path> registrations)
      throws IOException {
    TableLayer located = CsvTable.read(origin, texts(locations));
    TableLayer announced = CsvTable.read(origin, texts(announcers));
    AddressColumn registered = CsvTable.read(origin, texts(registrations)).locations();
    TableOrigin counted =
        origin.counted(
            located.origin().rows() + announced.origin().rows(),
            located.origin().rowsWithoutCountry());
    return new NetworkTable(
        List.of(
            new TableLayer(
                counted,
                combined(
                    located.locations(),
                    held(registered, announced.announcers()),
                    NetworkTableBuilder::location),
                announced.announcers(),
                AddressColumn.empty(),
                DerivedLaws.of(announced.systems(), announced.announcers(), registered))));
  }

  private static byte[][] texts(List<Path> files) throws IOException {
    var texts = new byte[files.size()][];
    for (int i = 0; i < texts.length; i++) texts[i] = Files.readAllBytes(files.get(i));
    return texts;
  }

  /// Where ranges are registered, and [#ANNOUNCED] where they are not and somebody announces them.
  private static AddressColumn held(AddressColumn registered, AddressColumn announcers) {
    return combined(registered, announcers, NetworkTableBuilder::holder);
  }

  private static int holder(ColumnOverlap piece, boolean v6) {
    if (piece.leftValue() != CountryCodes.NONE) return piece.leftValue();
    return piece.rightValue() == 0 ? CountryCodes.NONE : ANNOUNCED;
  }

  private static int location(ColumnOverlap piece, boolean v6) {
    if (piece.leftValue() == CountryCodes.NONE || piece.rightValue() == CountryCodes.NONE)
      return CountryCodes.NONE;
    boolean isPlaceholder = v6 && piece.rightValue() != ANNOUNCED && !piece.isLeftInside();
    return isPlaceholder ? piece.rightValue() : piece.leftValue();
  }

  /// Gives the number of a piece of two columns.
  private interface Choice {
    int value(ColumnOverlap piece, boolean v6);
  }

  private static AddressColumn combined(AddressColumn left, AddressColumn right, Choice choice) {
    return Boundaries.column(family(left, right, choice, false), family(left, right, choice, true));
  }

  private static Boundaries family(
      AddressColumn left, AddressColumn right, Choice choice, boolean v6) {
    var boundaries = new Boundaries();
    var pieces = new ColumnOverlap(left, right, v6);
    while (pieces.next()) boundaries.put(pieces.high(), pieces.low(), choice.value(pieces, v6));
    return boundaries;
  }
}
