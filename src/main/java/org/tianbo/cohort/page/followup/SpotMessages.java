package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.spotcheck.SpotCheck;

/** Texts of spot-checks. Texts: {@code messages/spot*.properties}. */
@MessageBundle("spot")
public interface SpotMessages {

    String title();

    String lead();

    String draw();

    String from();

    String to();

    String number();

    String unit();

    String percent();

    String visits();

    String drawIt();

    String drawn();

    String days();

    String span(String from, String to);

    String size();

    String outOf(int size, int population);

    String holds();

    String broken();

    String none();

    String of(String at);

    String print();

    String progress(int answered, int size);

    String confirmedOf(int count, int size);

    String contradictedOf(int count, int size);

    String triedOf(int count, int size);

    String howDrawn();

    String seed();

    String digest();

    String rule();

    String visited(String visitor, String day);

    String result(SpotCheck.Result result);

    String tries(long count);

    String called();

    String notReached();

    String confirmed();

    String contradicted();

    String what();

    String phone();

    String visitColumn();
}
