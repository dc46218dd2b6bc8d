package org.tianbo.people.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Signing in by pictures: {@code {pictures:title}}. Texts: {@code messages/pictures*.properties}. */
@MessageBundle("pictures")
public interface PictureMessages {

    /** @param picture as {@code pictures.svg} names it, {@code p07} */
    String word(String picture);

    String title();

    String which(int number);

    String again();

    String digits();
}
