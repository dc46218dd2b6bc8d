package org.tianbo.authoring;

import java.util.List;
import java.util.Locale;
import org.tianbo.curriculum.CountyCourses.Effect;
import org.tianbo.curriculum.CountyCourses.Plan;

/**
 * What bringing a folder in would do.
 *
 * @param zip its bytes, for the form that brings it in; empty where it cannot be
 * @param seen what it was looked at beside
 * @param opened courses that are new
 */
record PlanView(String zip, String seen, List<EditorView.Fault> faults, List<String> opened, List<Line> lessons) {

    record Line(String course, String lesson, Effect effect) {

        public boolean added() {
            return effect == Effect.NEW;
        }

        public boolean changed() {
            return effect == Effect.CHANGED;
        }
    }

    static PlanView of(Plan plan, String zip, Locale locale) {
        return new PlanView(
                plan.findings().isEmpty() ? zip : "",
                plan.seen(),
                EditorView.faults(plan.findings(), locale),
                plan.opened(),
                plan.lessons().stream()
                        .map(one -> new Line(one.course(), one.lesson(), one.effect()))
                        .toList());
    }

    /** How many lessons would be another text than now. */
    public int touched() {
        return (int)
                lessons.stream().filter(line -> line.effect() != Effect.SAME).count();
    }
}
