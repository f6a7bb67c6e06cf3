package org.caretally.intake.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How one platform writes its exports. */
public interface Dialect {

  /** Returns the word for the study file, such as {@code qualtrics}. */
  String id();

  /** Returns the name for readers. */
  String label();

  /** Returns whether the beginning of a file looks like an export of this platform. */
  boolean recognises(Top top);

  /** Returns how many records stand above the first answers. */
  default int headers(Top top) {
    return 1;
  }

  /** Returns name and question text of every column. */
  default List<Question> questions(Top top) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < top.width(0); i++) {
      questions.add(new Question(top.cell(0, i), top.cell(0, i)));
    }
    return questions;
  }

  /** Returns whether a column is written by the platform, not answered by a person. */
  default boolean metadata(Question question) {
    return false;
  }

  /** Returns texts with which the platform says "no answer", besides an empty cell. */
  default List<String> missing() {
    return List.of();
  }

  /** Returns which rows are answers of people; every proposal needs a look. */
  default List<Keep> keep() {
    return List.of();
  }

  /** Returns the column with the seconds that answering took, if the platform writes one. */
  default Optional<String> seconds() {
    return Optional.empty();
  }
}
