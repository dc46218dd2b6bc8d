package org.tianbo.privacy.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.privacy.correction.AskedField;
import org.tianbo.privacy.correction.CorrectionRequest;
import org.tianbo.privacy.known.KnownPerson;
import org.tianbo.privacy.retention.Removals;

/** Texts about personal data. Texts: {@code messages/privacy*.properties}. */
@MessageBundle("privacy")
public interface PrivacyMessages {

    String myData();

    String myDataLead();

    String whoYouAre();

    String field(KnownPerson.Field field);

    String value(String value);

    String correct();

    String correctHow();

    String whichField();

    String askedField(AskedField field);

    String rightValue();

    String why();

    String send();

    String asked();

    String state(CorrectionRequest.State state);

    String takeAlong();

    String takeAlongHow();

    String pack();

    String packed(int done, int parts);

    String fetch(long kilobytes);

    String fetchUntil(String day);

    String copyFailed();

    String copyRemoved(String day);

    String whatIsKept();

    String kind(PersonalKind kind);

    String what(PersonalKind kind);

    String eraseMe();

    String gone();

    String goneWhat();

    String stays();

    String staysWhat();

    String noWayBack();

    String eraseWaits(String day);

    String withdraw();

    String erasing(int done, int parts);

    String askErasure();

    String title();

    String lead();

    String corrections();

    String noCorrections();

    String nothing();

    String byHand();

    String toRegister();

    String words();

    String change();

    String changed();

    String refuse();

    String eraseTitle(String name);

    String twoDecide();

    String askColleague();

    String erasures();

    String erasuresHow();

    String noErasures();

    String waits();

    String erased(String at);

    String withdrawn();

    String ownWish();

    String backFromBackup();

    String askedBy(String name);

    String decidedBy(String name);

    String confirmErasure();

    String anotherConfirms();

    String erasureFailed();

    String goOn();

    String consent();

    String consentRoster();

    String consentVersion(int version, String day);

    String agreedOn(String day);

    String tookBackOn(String day);

    String takeBack();

    String takeBackWhat();

    String agree();

    String disagree();

    String refuseWhat();

    String saidBefore();

    String agreedTo(int version, String day);

    String tookBack(int version, String day);

    String consentTexts();

    String consentTextsHow();

    String haveAgreed();

    String agreedEarlier();

    String haveTakenBack();

    String whatToDo();

    String newText();

    String inChinese();

    String inEnglish();

    String whyNew();

    String publish();

    String texts();

    String noTexts();

    String looks();

    String looksHow();

    String noLooks();

    String looked(PersonalLooks.What what);

    String lookedAt(String at, int times);

    String retention();

    String retentionHow();

    String removed(Removals.Why rule);

    String months(int months);

    String toSettings();

    String neverRemoved();

    String removals();

    String noRemovals();

    String removedAt();

    String removedRule();

    String removedThings();

    String olderThan();

    String assessment();

    String assessmentOf(String county, String at, String by);

    String countedAt(String at);

    String notCounted();

    String beingCounted();

    String countNow();

    String purposes();

    String purposesWhat();

    String category();

    String inNumbers();

    String whatAndWho();

    String onErasure();

    String erasure(PersonalKind.Erasure erasure);

    String access();

    String accessTrainee();

    String accessMentor();

    String accessCoordinator();

    String accessOfficer();

    String accessAuditor();

    String protection();

    String protectionWhat();

    String protectionNot();

    String judgement();

    String judgementHow();

    String signature();
}
