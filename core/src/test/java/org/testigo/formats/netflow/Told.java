package org.testigo.formats.netflow;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// What datagrams told.
final class Told implements FlowSink {
  final List<FlowRecord> flows = new ArrayList<>();
  final List<String> unreadable = new ArrayList<>();
  int others;

  /// Files of one exporter, in their order.
  static Told by(List<byte[]> files) {
    var told = new Told();
    var reader = new NetflowReader(new FlowTemplates(), told, Budget.unhurried());
    files.forEach(reader::read);
    reader.finish(new FlowTemplates());
    return told;
  }

  @Override
  public void flow(FlowRecord flow) {
    flows.add(flow);
  }

  @Override
  public void other(long offsetBytes) {
    others++;
  }

  @Override
  public void unreadable(MalformedException damage) {
    unreadable.add(damage.offsetBytes() + ": " + damage.detail());
  }
}
