package org.testigo.model.scan;

/// The cheap first look at raw bytes of scan data: where something may stand that a rule asks for.
/// May say yes too often, never no too often.
public interface Prefilter {
  /// Every place may matter: for formats and rules without a literal.
  Prefilter EVERYWHERE = (bytes, from, to) -> from < to ? from : -1;

  /// Nothing can matter.
  Prefilter NOWHERE = (bytes, from, to) -> -1;

  /// The first place at or after `from` and before `to` where something may begin; -1 where there
  /// is none. What begins before `to` and ends after it need not be found.
  int next(byte[] bytes, int from, int to);
}
