package org.tianbo.learning.page.search;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page on which lessons are searched: {@code {find:title}}. Texts: {@code messages/find*.properties}. */
@MessageBundle("find")
public interface FindMessages {

    String title();

    String field();

    String find();

    String how();

    String kept(String size);

    String tryThese();

    /** Words that find something, with a comma between them. */
    String suggestions();

    String found(int count);

    String foundBlank();

    String loose();

    String mostShown(int most);

    String nothing(String typed);

    String nothingBlank();

    String instead();

    String noIndex();

    String word();
}
