package org.tianbo.store.page;

import io.quarkus.qute.i18n.MessageBundle;
import java.time.YearMonth;

/** Texts about stores and their income. Texts: {@code messages/store*.properties}. */
@MessageBundle("store")
public interface StoreMessages {

    String myStore();

    String beginTitle();

    String beginWhy();

    String beginHow();

    String begin();

    String missing(int count);

    String allIn();

    String allPassed();

    String allPassedHow();

    String nowThis();

    String returned();

    String text();

    String textHint();

    String visitHint();

    String link();

    String linkHint();

    String photo();

    String photoHint();

    String photoStored();

    String photoShown();

    String photoBy(String by, String at);

    String photoDigest();

    String photoCost();

    String linkInstead();

    String seenPhoto();

    String handIn();

    String askToCome();

    String notMine();

    String whyRequested();

    String lotWaits();

    String freshPapers();

    String otherPapers();

    String allGates();

    String stateRequested();

    String stateSubmitted();

    String stateReturned();

    String stateConfirmed();

    String stateNotMine();

    String closedTitle();

    String closedHow();

    String openTitle();

    String seenBy(String name, String day);

    String visitStore();

    String myIncome();

    String noIncome();

    String net();

    String netHow();

    String thresholdTitle();

    String thresholdHint();

    String thresholdIs(String threshold);

    String thresholdChange();

    String inARow(String threshold, String through, int months);

    String monthMissing(String threshold, String through);

    String steadyOver(int months);

    String stores();

    String noStores();

    String trainee();

    String village();

    String state();

    String papers();

    String toLookAt();

    String since();

    String preparing();

    String open();

    String closed();

    String papersOf(int passed, int all);

    String lookFor();

    String handedIn();

    String removed();

    String nothingYet();

    String note();

    String noteHint();

    String confirm();

    String sendBack();

    String checkedAt();

    String seeIt();

    String seeItMissing(int count);

    String storeLink();

    String seenOn();

    String whatSeen();

    String openStore();

    String closeStore();

    String reason();

    String history();

    String opened();

    String wasClosed();

    String began();

    String income();

    String incomeChart();

    String month();

    String paid();

    String refunded();

    String completedNet();

    String buyers();

    String repeatBuyers();

    String sourceOfClaim();

    String confirmedSource();

    String noOrders();

    String bringFile();

    String bringHow();

    String platform();

    String orderFile();

    String tryFirst();

    String takeIn();

    String needsScript();

    String reading();

    String wouldBe();

    String takenIn();

    String reportText();

    String rejectedRow();

    String leftOut();

    String rejectedFile();

    String heldLinesTitle();

    String gaps(String months);

    String contested();

    String contestedHow();

    String contestedWaits();

    String belongsTo();

    String firstSteps();

    String broughtSecond();

    String decide();

    String myOrdersWait(int count);

    String myGaps(String months);

    String imports();

    String when();

    String who();

    String rows();

    String addedLines();

    String changedLines();

    String rejectedLines();

    String digest();

    String douyin();

    String kuaishou();

    String jd();

    String taobao();

    String pinduoduo();

    String photosUsed(long limit, long used);

    String handedInNow(String title);

    String withoutFile();

    String withoutFileHint(YearMonth month);

    String allFilesHere(YearMonth month);

    String lastFile();

    String noFileYet();
}
