package org.tianbo.interop.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.interop.connection.Connection;
import org.tianbo.interop.delivery.Delivery;

/** Texts of the pages about other systems. Texts: {@code messages/connections*.properties}. */
@MessageBundle("connections")
public interface ConnectionMessages {

    String title();

    String lead();

    String leaves();

    String leavesIds();

    String leavesWhat();

    String leavesNever();

    String leavesErased();

    String brought();

    String none();

    String kind(Connection.Kind kind);

    String state(Connection.State state);

    String failingSince(String minute);

    String againAt(String minute);

    String look();

    String addWebhook();

    String addWebhookWhat();

    String addLrs();

    String addLrsWhat();

    String name();

    String nameHint();

    String address();

    String addressHint();

    String lrsAddressHint();

    String credentials();

    String credentialsHint();

    String add();

    String fetched();

    String fetchedWhat();

    String fetchedWho();

    String secret();

    String secretOnce();

    String secretWhat();

    String secretCopied();

    String sendTest();

    String pause();

    String start();

    String newSecret();

    String newSecretWhat();

    String remove();

    String removeWhat();

    String stoppedWhat();

    String pausedWhat();

    String deliveries();

    String noDeliveries();

    String type(Delivery.Type type);

    String statements(long first, long last);

    String delivered(String minute, int ms);

    String waiting(int tries, String minute);

    String exhausted(int tries, String minute);

    String answered(int status);

    String notAnswered();

    String replay();

    String deliveryId(String id);

    String kept(long days);
}
