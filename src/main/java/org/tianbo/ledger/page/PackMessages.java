package org.tianbo.ledger.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of packs, and of what was taken along. Texts: {@code messages/pack*.properties}. */
@MessageBundle("pack")
public interface PackMessages {

    String lang();

    String title();

    String lead();

    String make();

    String waits();

    String sheetTitle(String county);

    String period(String from, String to);

    String allClasses();

    String madeAt(String at);

    String madeBy(String name);

    String entries(int count);

    String chainEnd(long seq);

    String index();

    String corrections();

    String corrected();

    String noCorrections();

    String locks();

    String noLocks();

    String sealedBy(String hash);

    String evidence();

    String evidenceHint();

    String address();

    String howToCheck();

    String howToCheckWords();

    String nothing();

    String taken();

    String takenLead();

    String takenList();

    String takenNone();
}
