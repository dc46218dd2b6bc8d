package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about rehearsals told in words that mentors score. Texts: {@code messages/examples*.properties}. */
@MessageBundle("examples")
public interface ExampleMessages {

    String title();

    String lead(int all);

    String scored(int done, int all);

    String todo();

    String done(int same, int near, int all);

    String begin();

    String again();

    String told();

    String says();

    String does();

    String score();

    String once();

    String save();

    String mine();

    String deserved();

    String why();

    String agreed(int same, int near, int all);

    String broken();

    String notBroken();

    String rule();

    String next();
}
