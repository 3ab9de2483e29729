package org.testigo.formats.netflow;

import org.testigo.model.MalformedException;

/// Takes what datagrams tell, in their order.
public interface FlowSink {

  void flow(FlowRecord flow);

  /// A record without addresses: of an exporter about itself, such as the names of applications.
  void other(long offsetBytes);

  /// A part that cannot be read, after which the reading goes on.
  void unreadable(MalformedException damage);
}
