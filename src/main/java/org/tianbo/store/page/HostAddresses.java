package org.tianbo.store.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.data.Ids;
import org.tianbo.store.Platform;
import org.tianbo.store.hosts.HostedSales;
import org.tianbo.store.hosts.Whose;

/** Addresses of pages about accounts. */
final class HostAddresses {

    static final String PATH = "/stores/hosts";

    /** Platform, store and account; an account may be any letters. */
    private static final Pattern PLACE = Pattern.compile("([A-Z]+)_([0-9a-f-]{36})_(.*)", Pattern.DOTALL);

    private HostAddresses() {}

    static String ofAccount(Platform platform, String host) {
        return PATH + "/account?platform=" + platform.slug() + "&host=" + encoded(host);
    }

    static String ofLines(Whose whose, Optional<YearMonth> month) {
        return PATH + "/lines?whose=" + whose.code()
                + month.map(one -> "&month=" + one).orElse("");
    }

    static String written(HostedSales.Place place) {
        return encoded(place.platform() + "_" + place.store() + "_" + place.host());
    }

    /** Empty for one that no page of ours wrote: the list begins anew. */
    static Optional<HostedSales.Place> place(String typed) {
        Matcher parts = PLACE.matcher(typed);
        return parts.matches()
                ? Ids.parse(parts.group(2)).map(store -> new HostedSales.Place(parts.group(1), parts.group(3), store))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
