package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about publishing, taking back and giving back. Texts: {@code messages/publish*.properties}. */
@MessageBundle("publish")
public interface PublishMessages {

    String previewTitle();

    String score();

    String broken();

    String moments();

    String send();

    String back();

    String undoHint();

    String sent(String title);

    String seconds();

    String undo();

    String gone();

    String nothingToChange();

    String nothingToChangeHint();

    String giveBack();

    String leftover();

    String copy();

    String copied();

    String notCopied();

    String discard();
}
