package org.tianbo.people.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about cards. Texts: {@code messages/people*.properties}. */
@MessageBundle("people")
public interface PeopleMessages {

    String otherHolder();

    String signedInAs(String name);

    String signOutFirst();

    String stay(String name);
}
