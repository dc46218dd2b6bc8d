package org.tianbo.store.opening;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.Rule.Evidence;
import org.tianbo.platform.error.Refused;
import org.tianbo.store.StoreRefused;

/**
 * What a trainee hands in for a gate, as typed.
 *
 * @param notMine the trainee says the gate does not apply to them
 * @param photo id of a photo kept before; empty for none
 */
public record EvidenceForm(String text, String link, String photo, boolean notMine) {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LINK = 500;

    /**
     * What may follow the host; an address ends at a space or a Chinese character, and not with a sentence's own mark.
     */
    private static final String REST = "(?:[/?#:](?:[\\w.~:/?#@!$&*+,;=%-]*[\\w~/?#@$&*+=%-])?)?";

    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}";

    private static final Pattern ADDRESS = Pattern.compile("https?://" + HOST + REST, Pattern.CASE_INSENSITIVE);

    /** Some copies leave {@code https://} out; only a platform's own address is known without it. */
    private static final Pattern BARE_ADDRESS = Pattern.compile(
            "(?<![\\w.@/-])(?:[a-z0-9-]+\\.)*(?:douyin|jinritemai|kuaishou|kwaixiaodian|taobao|tmall|tb|jd|"
                    + "yangkeduo|pinduoduo)"
                    + "\\.(?:com|cn)(?![\\w.-])" + REST,
            Pattern.CASE_INSENSITIVE);

    public EvidenceForm {
        text = text == null ? "" : text.strip();
        link = webAddressIn(link == null ? "" : link.strip());
        photo = photo == null ? "" : photo;
    }

    SubmittedEvidence.Answer answer() {
        return notMine ? SubmittedEvidence.Answer.NOT_MINE : SubmittedEvidence.Answer.SHOWN;
    }

    /** {@link Refused} naming the field when this does not answer what the gate asks for. */
    void answers(Gate gate) {
        if (text.length() > LONGEST_TEXT) {
            throw StoreRefused.wrong("words", "store.words-too-long");
        }
        if (!link.isEmpty() && !isWebAddress(link)) {
            throw StoreRefused.wrong("link", "store.link-unreadable");
        }
        if (notMine) {
            if (gate.required()) {
                throw StoreRefused.wrong("notMine", "store.needed-by-all");
            }
            return;
        }
        if (gate.evidence() == Evidence.LINK && link.isEmpty()) {
            throw StoreRefused.wrong("link", "store.link-missing");
        }
        boolean nothing = text.isEmpty() && link.isEmpty() && photo.isEmpty();
        if (gate.evidence() != Evidence.VISIT && nothing) {
            throw StoreRefused.wrong("words", "store.nothing-shown");
        }
    }

    /**
     * The address in what a platform's "share" copies, such as {@code 【淘宝】https://m.tb.cn/h.5 点击链接直接打开}; the text
     * itself when there is none or more than one in it.
     */
    static String webAddressIn(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        List<String> addresses = matches(ADDRESS, plain);
        if (addresses.isEmpty()) {
            addresses = matches(BARE_ADDRESS, plain).stream()
                    .map(bare -> "https://" + bare)
                    .toList();
        }
        return addresses.size() == 1 ? addresses.get(0) : text;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && text.length() <= LONGEST_LINK;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
