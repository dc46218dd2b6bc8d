package org.tianbo.ledger.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;

/** Texts of the ledger. Texts: {@code messages/ledger*.properties}. */
@MessageBundle("ledger")
public interface LedgerMessages {

    String title();

    String lead();

    String kind(EntryKind kind);

    String field(EntryField field);

    /** A value that is a word of ours. */
    String code(String code);

    String from();

    String to();

    String anyKind();

    String kindLabel();

    String classLabel();

    String anyClass();

    String correctionsOnly();

    String show();

    String found(long count);

    String number();

    String day();

    String about();

    String says();

    String recorded();

    String late();

    String corrects(long seq);

    String byHand();

    String before();

    String empty();

    String reason();

    String gathered();

    String onlyThisPerson(String name);

    String everybody();

    String noEntries();

    String noEntriesHint();

    String nothingFound();

    String gather();

    String gatherHint();

    String gathering();

    String firstPage();

    String entry(long seq);

    String evidence();

    String happened();

    String statedBy();

    String history();

    String onlyEntry();

    String hash();

    String hashHint();

    String canonical();

    String correct();

    String correctHint();

    String which();

    String choose();

    String newValue();

    String newValueHint();

    String why();

    String save();

    String check();

    String checkTitle();

    String checkLead();

    String checkNow();

    String checks();

    String noChecks();

    String checkedSoFar(long checked, long entries);

    String holds(long entries);

    String broken(long seq);

    String fault(String code);

    String lastHash();

    String askedBy(String name);

    String backToLedger();

    String locks();

    String locksLead();

    String noLocks();

    String seal();

    String lockDays();

    String lockHint();

    String lockName();

    String lockNameHint();

    String firstDay();

    String lastDay();

    String whyLock();

    String lockForGood();

    String sealOf(String name);

    String sealQr();

    String county();

    String days();

    String upTo();

    String shortSeal();

    String sealHint();

    String xlsx();

    String csv();

    String fileHint();

    String figures();

    String figuresLead();

    String things();

    String corrections();

    String booked();

    String person();

    String village();

    String correctsNumber();

    String recordedAt();

    String recordedBy();
}
