package org.testigo.networks;

/// Goes through two columns at once: each piece of addresses over which both keep their number.
final class ColumnOverlap {
  private static final double TWO_TO_64 = 0x1p64;

  private final AddressColumn left;
  private final AddressColumn right;
  private final boolean v6;
  private int leftRun = -1;
  private int rightRun = -1;

  ColumnOverlap(AddressColumn left, AddressColumn right, boolean v6) {
    this.left = left;
    this.right = right;
    this.v6 = v6;
  }

  /// Goes to the next piece; false after the last.
  boolean next() {
    boolean isFirst = leftRun < 0;
    int order = isFirst ? 0 : ends();
    boolean wasLast = !isFirst && leftRun == left.size(v6) - 1 && rightRun == right.size(v6) - 1;
    if (wasLast) return false;
    if (order <= 0) leftRun++;
    if (order >= 0) rightRun++;
    return true;
  }

  /// Whether the run of the left column ends before, with or after that of the right one.
  private int ends() {
    boolean isLeftLast = leftRun == left.size(v6) - 1;
    boolean isRightLast = rightRun == right.size(v6) - 1;
    if (isLeftLast || isRightLast) return Boolean.compare(isLeftLast, isRightLast);
    return compareStarts(leftRun + 1, rightRun + 1);
  }

  private int compareStarts(int leftIndex, int rightIndex) {
    int order = Long.compareUnsigned(left.high(v6, leftIndex), right.high(v6, rightIndex));
    return order != 0
        ? order
        : Long.compareUnsigned(left.low(v6, leftIndex), right.low(v6, rightIndex));
  }

  int leftValue() {
    return left.value(v6, leftRun);
  }

  int rightValue() {
    return right.value(v6, rightRun);
  }

  /// Whether the whole run of the left column lies inside that of the right one.
  boolean isLeftInside() {
    return compareStarts(leftRun, rightRun) >= 0 && ends() <= 0;
  }

  /// The first address of the piece.
  long high() {
    return isLeftStart() ? left.high(v6, leftRun) : right.high(v6, rightRun);
  }

  long low() {
    return isLeftStart() ? left.low(v6, leftRun) : right.low(v6, rightRun);
  }

  private boolean isLeftStart() {
    return compareStarts(leftRun, rightRun) >= 0;
  }

  /// How many addresses the piece has; 0 for the last, which is no network's.
  double width() {
    int order = ends();
    AddressColumn ending = order <= 0 ? left : right;
    int run = (order <= 0 ? leftRun : rightRun) + 1;
    if (run == ending.size(v6)) return 0;
    long low = ending.low(v6, run) - low();
    long borrow = Long.compareUnsigned(ending.low(v6, run), low()) < 0 ? 1 : 0;
    return unsigned(ending.high(v6, run) - high() - borrow) * TWO_TO_64 + unsigned(low);
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
  }
}
