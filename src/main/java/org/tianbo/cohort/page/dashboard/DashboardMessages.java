package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.counts.AgeBand;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.mentoring.MentorLoads;

/** Texts about the county's numbers. Texts: {@code messages/dashboard*.properties}. */
@MessageBundle("dashboard")
public interface DashboardMessages {

    String title();

    String views();

    String howFar();

    String howLong();

    String klass();

    String everyClass();

    String place();

    String everyPlace();

    String wholeTown(String town);

    String age();

    String everyAge();

    String ageHint();

    String band(AgeBand band);

    String category();

    String everyCategory();

    String noCategory();

    String show();

    String everything();

    String nobody();

    String nobodyHint();

    String toClasses();

    String countedHint();

    String sideBySide();

    String side(StageCounts.Side side);

    String town();

    String noPlace();

    String left();

    String rowsOf(int from, int to, int all);

    String shareHint();

    String stage();

    String trainees();

    String median();

    String middleHalf();

    String shortestAndLongest();

    String quarterOfThem();

    String threeQuartersOfThem();

    String shortest();

    String longest();

    String days(int count);

    String fromTo(int from, int to);

    String timesHint();

    String nobodyYet();

    String timedOf(String stage);

    String took();

    String inTheMiddle();

    String listOf(String stage);

    String listOfLeft();

    String asOf(String month);

    String peopleCount(int count);

    String name();

    String village();

    String now();

    String gone();

    String backToNumbers();

    String emptyList();

    String byMonth();

    String mentors();

    String month();

    String today();

    String monthsHint();

    String noMonths();

    String mentor();

    String waiting();

    String overdue();

    String published();

    String late();

    String medianHours();

    String hours(long count);

    String nonePublished();

    String mentorsHint(int days);

    String noMentors();

    String whatIsOverdue();

    String attemptsOf(MentorLoads.Which number, String mentor, int days);

    String attempt();

    String handedIn();

    String promised();

    String publishedAt();

    String notPublished();

    String emptyAttempts();
}
