package io.github.mesosdiscovery.sample.command;

import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.MasterInfoJson;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * Loads classes before they are needed, beside those who are busy with something else.
 * Most of the command's time goes into loading classes.
 */
final class WarmUp {

	private static final MasterInfo MASTER = MasterInfo.newBuilder().setPid("master@127.0.0.1:5050").build();

	private WarmUp() {
	}

	/**
	 * Load the client of ZooKeeper, on a thread of its own.
	 */
	static void client() {
		Thread thread = new Thread(() -> {
			new ZKClientConfig();
			load("org.apache.zookeeper.ClientCnxn");
			load("org.apache.zookeeper.ClientCnxnSocketNIO");
		}, "mesos-leader-warm-up");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * Load what reads and prints a master.
	 */
	static void codec() {
		new MesosMasterDecoder("http", MasterHost.IP).decode("json.info_0000000001", MasterFormat.JSON.encode(MASTER));
		IndentedJson.of(MasterInfoJson.write(MASTER));
	}

	private static void load(String name) {
		try {
			Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			// Who needs it will say so.
		}
	}

}
