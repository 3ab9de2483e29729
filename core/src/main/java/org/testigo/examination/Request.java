package org.testigo.examination;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.testigo.cases.Case;
import org.testigo.cases.Options;
import org.testigo.evidence.Evidence;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Budget;
import org.testigo.model.Observation;

/// An examination to be made.
///
/// @param allowance what each file may cost
/// @param nanoClock the clock of the last guard, and of nothing else
/// @param timeline takes every observation, in the order of reading; used only when the options ask
///   for a timeline
public record Request(
    Evidence evidence,
    IndicatorSet indicators,
    Options options,
    Case.Tool tool,
    Budget.Allowance allowance,
    LongSupplier nanoClock,
    Progress progress,
    Consumer<Observation> timeline) {}
