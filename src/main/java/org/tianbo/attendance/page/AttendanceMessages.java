package org.tianbo.attendance.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.presence.AttendanceEntry;
import org.tianbo.attendance.presence.SessionPresence;
import org.tianbo.attendance.presence.SessionSheet.Signal;
import org.tianbo.attendance.schedule.SessionField;

/** Texts of the office's and the trainer's pages. Texts: {@code messages/attendance*.properties}. */
@MessageBundle("attendance")
public interface AttendanceMessages {

    String title();

    String thisWeek();

    String weekOf(String from, String to);

    String before();

    String after();

    String toThisWeek();

    String noSessions();

    String noneTaught();

    String doubtsWait(int count);

    String planHint();

    String toClasses();

    String when();

    String what();

    String klass();

    String teacher();

    String place();

    String kind(SessionKind kind);

    String kindLabel();

    String cancelled();

    String cancelledBecause(String reason);

    String teach();

    String toClass();

    String sessions();

    String none();

    String came(int count);

    String plan();

    String planIt();

    String titleLabel();

    String titleHint();

    String day();

    String from();

    String to();

    String weeks();

    String me();

    String guest();

    String guestName();

    String credentials();

    String planWords();

    String hoursTitle();

    String heldCount(int count);

    String name();

    String theory();

    String practice();

    String total();

    String hours(String hours);

    String missed();

    String times(int count);

    String nobodyInClass();

    String peopleIn(long count);

    String peopleOut(long count);

    String peopleAbsent(long count);

    String peopleUndecided(long count);

    String state(SessionPresence.State state);

    String in();

    String out();

    String counts();

    String minutes(int count);

    String correct();

    String lookAt();

    String lookHint();

    String signal(Signal.Kind kind, String name, String other);

    String doubtTitle();

    String doubt(AttendanceEntry.Doubt doubt, String name, String at, String claimed);

    String keptHint();

    String acceptAll(int count);

    String accept();

    String reject();

    String change();

    String changeIt();

    String whyChange();

    String whyChangeHint();

    String cancelIt();

    String whyCancel();

    String restore();

    String changes();

    String field(SessionField field);

    String empty();

    String history();

    String noHistory();

    String mark(AttendanceEntry.Mark mark);

    String method(AttendanceEntry.Method method);

    String learnt(String at);

    String takenOut();

    String undecided();

    String correctTitle();

    String correctHint();

    String whyCorrect();

    String correctIt();

    String backToSession();

    String scan();

    String scanAgain();

    String nextCode();

    String offlineCodes();

    String codesOver();

    String closed();

    String list();

    String find();

    String markIn();

    String markOut();

    String undo();

    String unsent();

    String notTaken();

    String needsScript();

    String stateIn();

    String stateOut();

    String stateAbsent();

    String countIn();

    String countOut();

    String countAbsent();

    String countUndecided();

    String online();

    String onlineHint();

    String photos();

    String noPhotos();

    String addPhoto();

    String photoTitle();

    String photoWhy();

    String photo();

    String photoCost();

    String photoBy(String name, String time);

    String photoAt(String place, String metres);

    String photoNoPlace();

    String photoOdd(String time);

    String photoElsewhere();

    String placeAsked();

    String placeLooking();

    String placeFound();

    String placeRefused();

    String placeNotFound();
}
