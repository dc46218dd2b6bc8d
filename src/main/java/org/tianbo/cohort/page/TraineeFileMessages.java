package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of a trainee's page. Texts: {@code messages/dossier*.properties}. */
@MessageBundle("dossier")
public interface TraineeFileMessages {

    String space();

    String spaceUsed(String limit, String used);

    String openUsed(long most, long open);

    String photosUsed(long most, long given);

    String mentors(String names);

    String noMentor();

    String steps();

    String step();

    String at();

    String recorded();

    String evidence();

    String lost();

    String reason();

    String why(String reason);

    String enrolment();

    String enrolledOn(String day);

    String agreedOnPhone(String day);

    String consentCheckedBy(String name);

    String lessons();

    String onPath(String title, long done, long left);

    String noLessons();

    String hurried(long count);

    String helpedBy(String name);

    String tooFast();

    String lesson();

    String did();

    String finished();

    String answered();

    String onPhone();

    String received();

    String device();

    String onPage();

    String reviews();

    String noReviews();

    String attempt(int no);

    String score(int score);

    String veto();
}
