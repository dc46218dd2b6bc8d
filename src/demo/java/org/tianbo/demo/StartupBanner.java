package org.tianbo.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.tianbo.platform.embedded.EmbeddedConfig;
import org.tianbo.platform.web.PublicAddress;

/** What the terminal shows when the demo is ready: addresses, sign-ins, and a QR for a phone on the same network. */
@ApplicationScoped
class StartupBanner {

    private static final int LAST = 9_000;

    private final EmbeddedConfig config;
    private final PublicAddress address;

    StartupBanner(EmbeddedConfig config, PublicAddress address) {
        this.config = config;
        this.address = address;
    }

    void show(@Observes @Priority(LAST) StartupEvent started) throws WriterException {
        if (!config.welcome()) {
            return;
        }
        List<URI> origins = address.all();
        URI phone = origins.get(origins.size() - 1);
        System.out.printf(
                """

                田播 Tianbo is ready · 准备好了

                  this machine · 本机     %s
                  phones, same network · 手机扫码   %s
                      (the certificate is this machine's own: accept it once · 证书是本机做的，点“继续访问”)

                  trainee1 … trainee6     学员 trainee       mentor1 mentor2   老师 mentor
                  trainee8                学员，已有证书和小店 a trainee with certificate and store
                  coordinator1            协调员 coordinator  officer1          干事 officer
                  auditor1                审计 auditor        admin             管理员 admin
                  province1               省里 province (numbers of both counties)
                  officer2 trainee7 mentor3   another county · 另一个县 (zhenping)
                  password for all · 密码    %s

                %s
                Ctrl+C stops everything · 按 Ctrl+C 全部停下
                %n""",
                origins.get(0), phone, DemoPeople.PASSWORD, qr(phone.toString()));
        System.out.flush();
    }

    /** Two rows of modules to a line of text, light on dark as terminals are. */
    private static String qr(String text) throws WriterException {
        BitMatrix modules =
                new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
        StringBuilder drawing = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y += 2) {
            drawing.append("  ");
            for (int x = 0; x < modules.getWidth(); x++) {
                boolean upper = !modules.get(x, y);
                boolean lower = y + 1 >= modules.getHeight() || !modules.get(x, y + 1);
                drawing.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            drawing.append('\n');
        }
        return drawing.toString();
    }
}
