package org.tianbo.store.page;

import io.quarkus.qute.i18n.MessageBundle;
import java.time.YearMonth;
import org.tianbo.store.Platform;
import org.tianbo.store.hosts.Whose;

/** Texts about whose accounts sold. Texts: {@code messages/hosts*.properties}. */
@MessageBundle("hosts")
public interface HostAccountMessages {

    String title();

    String lead(YearMonth from, YearMonth to);

    String share(String villagers, String known, int percent);

    String noShare(int fewest);

    String unsaid(String yuan);

    String minutes();

    String whose();

    String whoseIs(Whose whose);

    String sold();

    String lines();

    String accounts();

    String stores();

    String byMonth();

    String month();

    String together();

    String nothing();

    String listOf(String whose);

    String everyMonth(YearMonth from, YearMonth to);

    String account();

    String noAccount();

    String store();

    String platform(Platform platform);

    String back();

    String soldFor();

    String say();

    String choose();

    String reason();

    String reasonHint();

    String keep();

    String said();

    String nobodySaid();
}
