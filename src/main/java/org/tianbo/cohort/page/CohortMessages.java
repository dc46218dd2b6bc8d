package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;

/** Texts about classes, funnel, rosters and cards. Texts: {@code messages/cohort*.properties}. */
@MessageBundle("cohort")
public interface CohortMessages {

    String stage(Stage stage);

    String evidence(MilestoneEvidence.Kind kind);

    String classes();

    String newClass();

    String className();

    String classNameHint();

    String from();

    String to();

    String open();

    String noClasses();

    String noClassesToRead();

    String size();

    String people(int count);

    String time();

    String funnel();

    String clickForList();

    String leftStay(int count);

    String seeWhy();

    String downloadCsv();

    String downloadXlsx();

    String cards();

    String emptyClass();

    String importRoster();

    String stalled();

    String stalledFor(int days);

    String nobodyStalled(int days);

    String nobodyHasCard();

    String lackCard(int count);

    String nobodyHasMentor();

    String lackMentor(int count);

    String replaceTitle(int count);

    String onlyFresh(int count);

    String replaceYes(int count);

    String toCards();

    String toMentors();

    String allOf(int count);

    String asTable();

    String step();

    String share();

    String denominator();

    String list();

    String findInClass();

    String name();

    String village();

    String phone();

    String reachedOn();

    String evidenceTitle();

    String current();

    String idle();

    String left();

    String gone();

    String leftTitle();

    String markAsLeft();

    String whyLeft();

    String leftHint();

    String emptyList();

    String file();

    String fileHint();

    String consent();

    String check();

    String checkFirst();

    String take();

    String checked();

    String taken();

    String rows(int count);

    String accepted(int count);

    String took(int count);

    String outcome();

    String newcomers(int count);

    String merged(int count);

    String rejected(int count);

    String nothingRejected();

    String line();

    String cell();

    String cellValue();

    String what();

    String field(String field);

    String chooseAgain();

    String rejectedFile();

    String againIsSafe();

    String seeList();

    String imports();

    String fingerprint();

    String readOnly();

    String issue();

    String reissue();

    String issueChosen();

    String lastIssued();

    String noCard();

    String reissueHint();

    String pinOnce();

    String withoutCard(int count);

    String accountRefused(int count);

    String login();

    String pin();

    String cardTitle(String cohort);

    String threeSteps();

    String threePictures();

    String pictureSteps();

    String lost();

    String printed();

    String opens(String address);
}
