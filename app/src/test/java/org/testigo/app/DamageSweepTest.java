package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.evidence.EvidenceException;
import org.testigo.evidence.EvidenceFile;
import org.testigo.model.LedgerState;
import org.testigo.model.Observation;
import org.testigo.model.Verdict;
import org.testigo.samples.Damage;
import org.testigo.samples.Variant;
import org.testigo.samples.backup.Encryption;

/// Damages every file that any artifact reads of a phone without traces, one at a time, in every
/// way: the answer is never that nothing was found.
class DamageSweepTest {
  private static final Variant ENCRYPTED =
      Variant.NO_TRACES.encrypted(Encryption.quick(SweptPhone.PASSWORD));

  @TempDir private Path temp;

  @Test
  void theUndamagedPhoneIsReadWhole() throws Exception {
    assertReadWhole(new SweptPhone(temp.resolve("plain"), Variant.NO_TRACES));
    assertReadWhole(new SweptPhone(temp.resolve("encrypted"), ENCRYPTED));
  }

  private static void assertReadWhole(SweptPhone phone) throws Exception {
    var theCase = phone.examine().theCase();
    assertThat(theCase.conclusion().gaps()).isEmpty();
    assertThat(theCase.conclusion().verdict()).isEqualTo(Verdict.NO_KNOWN_TRACES);
    assertThat(ExitCode.of(theCase)).isEqualTo(ExitCode.COMPLETE);
    assertThat(theCase.ledger().artifacts())
        .as("an artifact whose file the made-up phone lacks is not swept: add it to samples")
        .allMatch(entry -> entry.state() == LedgerState.READ);
  }

  @TestFactory
  Stream<DynamicTest> aDamagedFileIsNeverNothingFound() throws Exception {
    return everyDamage(Variant.NO_TRACES);
  }

  @TestFactory
  Stream<DynamicTest> aDamagedFileOfTheEncryptedTwinIsNeverNothingFound() throws Exception {
    return everyDamage(ENCRYPTED);
  }

  private Stream<DynamicTest> everyDamage(Variant variant) throws Exception {
    var phone = new SweptPhone(temp, variant);
    var tests = new ArrayList<DynamicTest>();
    for (EvidenceFile file : phone.filesThatAreRead()) {
      for (Damage damage : Damage.values()) {
        String name = damage + " " + file.shownName();
        tests.add(DynamicTest.dynamicTest(name, () -> sweep(phone, file, damage)));
      }
    }
    return tests.stream();
  }

  private static void sweep(SweptPhone phone, EvidenceFile file, Damage damage) throws Exception {
    String name = damage + " of " + file.shownName();
    try {
      var examined = phone.examineWith(file, (place, _) -> damage.applyTo(place));
      assertThat(examined.saysNothingFound()).as(name).isFalse();
      assertThat(examined.gapsOf(file)).as(name).isNotEmpty();
    } catch (EvidenceException e) {
      // Without what opens an encrypted backup there is no examination, and no verdict.
      assertThat(file.domain()).as(name).isEmpty();
      assertThat(e).as(name).hasMessageContaining(file.path());
    }
  }

  @TestFactory
  Stream<DynamicTest> aViewInThePlaceOfATableIsNeverNothingFound() throws Exception {
    var phone = new SweptPhone(temp, Variant.NO_TRACES);
    var undamaged = phone.examine().observations();
    var tests = new ArrayList<DynamicTest>();
    for (EvidenceFile file : phone.filesThatAreRead()) {
      for (String table : phone.tablesOf(file)) {
        String name = table + " of " + file.shownName();
        tests.add(DynamicTest.dynamicTest(name, () -> sweepTable(phone, file, table, undamaged)));
      }
    }
    return tests.stream();
  }

  /// A table that no artifact reads may be a view: then everything is observed as before.
  private static void sweepTable(
      SweptPhone phone, EvidenceFile file, String table, List<Observation> undamaged)
      throws Exception {
    var examined =
        phone.examineWith(file, (place, log) -> Damage.replaceByEmptyView(place, log, table));
    if (examined.saysNothingFound()) assertThat(examined.observations()).isEqualTo(undamaged);
    else assertThat(examined.gapsOf(file)).isNotEmpty();
  }
}
