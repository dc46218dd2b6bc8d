package org.tianbo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.util.Arrays;
import org.tianbo.ledger.chain.VerifyCommand;
import org.tianbo.people.opening.OpenCountyCommand;
import org.tianbo.platform.data.Schema;
import org.tianbo.platform.embedded.Demo;

/**
 * The entry point. Production starts as configured; the demo first starts the services that production finds running.
 * With the word {@code migrate} it brings the database's schema up to date and ends; with {@code open-county} it opens
 * a county, with {@code verify-ledger} and perhaps a county it checks the chains of ledgers, and ends.
 */
@QuarkusMain
public class Tianbo {

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("migrate")) {
            Schema.Outcome migrated = Schema.configured().migrate();
            System.err.println(migrated.message());
            System.exit(migrated.good() ? 0 : 1);
        }
        if (arguments.length > 0 && arguments[0].equals("verify-ledger")) {
            Schema.Outcome verified =
                    VerifyCommand.run(Arrays.stream(arguments).skip(1).findFirst());
            System.err.println(verified.message());
            System.exit(verified.good() ? 0 : 1);
        }
        if (Demo.isRequested() && !Demo.prepare()) {
            System.exit(1);
        }
        Schema.Outcome fit = Schema.configured().fit();
        if (!fit.good()) {
            System.err.println(fit.message());
            System.exit(1);
        }
        if (arguments.length > 0 && arguments[0].equals(OpenCountyCommand.WORD)) {
            OpenCountyCommand.SETTINGS.forEach(System::setProperty);
            Quarkus.run(OpenCountyCommand.class, arguments);
            return;
        }
        Quarkus.run(arguments);
    }
}
