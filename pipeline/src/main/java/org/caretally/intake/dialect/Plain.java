package org.caretally.intake.dialect;

/** A CSV file with one line of names: everything that is no known export. */
final class Plain implements Dialect {
  @Override
  public String id() {
    return "plain";
  }

  @Override
  public String label() {
    return "plain CSV";
  }

  @Override
  public boolean recognises(Top top) {
    return true;
  }
}
