package org.tianbo.authoring;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages where lessons are written. Texts: {@code messages/content*.properties}. */
@MessageBundle("content")
public interface ContentMessages {

    String title();

    String lead();

    String ownCourse();

    String courseRemoved();

    String courseRemovedHint();

    String lessons(int count);

    String taught();

    String changed();

    String notTaught();

    String shipped();

    String drafted();

    String outdated();

    String removed();

    String noLessons();

    String lessonName();

    String nameHint();

    String addLesson();

    String moveUpOf(String lesson);

    String moveDownOf(String lesson);

    String moveHint();

    String courseHistory();

    String courseOrder();

    String renameCourse();

    String renameCourseHint();

    String saveCourse();

    String newCourse();

    String newCourseHint();

    String courseName();

    String courseTitle();

    String courseTitleEnglish();

    String courseSummary();

    String courseSummaryEnglish();

    String openCourse();

    String faults(int count);

    String place(String file, int line);

    String noFaults();

    String preview();

    String cannotShow();

    String cannotShowHint();

    String shownSince(String at);

    String notTaughtYet();

    String shippedShown();

    String saved(String by, String at);

    String checks();

    String storedNow();

    String storedHint();

    String storedFile(String file);

    String textChinese();

    String textEnglish();

    String quiz();

    String drawings(int count);

    String drawingsHint();

    String newDrawingName();

    String newDrawing();

    String help();

    String helpFront();

    String helpSections();

    String helpMarks();

    String helpDrawing();

    String helpQuiz();

    String helpWords();

    String save();

    String saveHint();

    String reason();

    String reasonHint();

    String publish();

    String publishHint();

    String officePublishes();

    String part();

    String partLesson();

    String partQuiz();

    String language();

    String showPreview();

    String takeBack();

    String takeBackOwn();

    String takeBackChanged();

    String discard();

    String discardShown();

    String discardLast();

    String discardLesson();

    String history();

    String backToText();

    String published();

    String takenBack();

    String readBy(long opened, long finished);

    String seeChange(long number);

    String noHistory();

    String readers();

    String reader();

    String openedAt();

    String finishedAt();

    String notFinished();

    String readersHint();

    String restore();

    String restoreHint();

    String diffHint();

    String noDifference();

    String folder();

    String folderLead();

    String takeAlong();

    String takeOurs();

    String takeCourse();

    String asZip(String title);

    String bringBack();

    String bringHint();

    String zip();

    String lookFirst();

    String zipFaults(int count);

    String coursesOpened();

    String wouldChange(int count);

    String wouldBeNew();

    String wouldDiffer();

    String staysSame();

    String bringIn();

    String bringInHint();

    String losesFilm();

    String outdatedHint();

    String removedHint();

    String compared();
}
