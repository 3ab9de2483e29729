package org.testigo.networks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// Answers for an address in which country the machine probably is, whose network announces it, and
/// whose law binds that network. A table is of one day: say its date wherever a country is shown,
/// and for older evidence that today's allocation is not that of then.
///
/// One table may consist of several files, asked in their order; what one does not say, the next
/// may. Safe for several threads.
public final class NetworkTable {
  private final List<TableLayer> layers;

  NetworkTable(List<TableLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /// The table that comes with the program; read when it is first asked for.
  private static final class Bundled {
    private static final NetworkTable TABLE = PackedTable.resource("networks.bin");
  }

  /// The table that comes with the program, about 20 MB of memory.
  public static NetworkTable bundled() {
    return Bundled.TABLE;
  }

  /// Tables of the user's own: MMDB, CSV (`start,end,country`, `start,end,number,organisation` or
  /// `start,end,number,country,organisation`), or one that [#packed] gave; each also packed with
  /// gzip. The first file that knows something of an address counts for it.
  ///
  /// @throws MalformedException a file that is none of these, or damaged; the detail names the file
  public static NetworkTable read(List<Path> files) throws IOException {
    var layers = new ArrayList<TableLayer>();
    for (Path file : files) layers.addAll(TableFile.read(file).layers);
    return new NetworkTable(layers);
  }

  /// This table, and the other one for what this one does not say. The law of a network that this
  /// one knows only by its number is taken from there, too.
  public NetworkTable or(NetworkTable other) {
    var all = new ArrayList<>(layers);
    all.addAll(other.layers);
    return new NetworkTable(all);
  }

  /// What is known of the address; all empty where it is not allocated or not known.
  public Network lookUp(IpAddress address) {
    Network known = Network.UNKNOWN;
    for (TableLayer layer : layers) {
      known = known.or(layer.lookUp(address)).withLawFrom(layer.systems());
      if (known.isComplete()) return known;
    }
    return known;
  }

  /// A network by its number, as far as a table lists it.
  public Optional<AutonomousSystem> system(long number) {
    return layers.stream().flatMap(layer -> layer.systems().byNumber(number).stream()).findFirst();
  }

  /// Where the data is from, with its date, in the order in which the tables are asked.
  public List<TableOrigin> origins() {
    return layers.stream().map(TableLayer::origin).toList();
  }

  /// Whom the licences ask to name, on one line; pages show the links of [TableOrigin#credits].
  public String credit() {
    return layers.stream()
        .map(TableLayer::origin)
        .filter(origin -> !origin.credits().isEmpty())
        .map(TableOrigin::credit)
        .collect(Collectors.joining("; "));
  }

  /// This table as a file, for [#read]; equal tables give equal bytes on one Java runtime.
  ///
  /// @throws IllegalStateException when the table has not exactly one origin
  public byte[] packed() {
    if (layers.size() != 1) throw new IllegalStateException(layers.size() + " tables, not 1");
    return PackedTableWriter.write(layers.getFirst());
  }
}
