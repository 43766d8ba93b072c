package io.github.mesosdiscovery.faults;

import java.io.IOException;

import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/**
 * What runs in the child: the main class of the server, on whichever version's jars are
 * on its class path, and a thread that ends the process with its parent.
 */
final class ChildMain {

	private ChildMain() {
	}

	public static void main(String[] args) {
		Thread thread = new Thread(ChildMain::endWithTheParent, "parent");
		thread.setDaemon(true);
		thread.start();
		QuorumPeerMain.main(args);
	}

	/** Nobody writes to the standard input; it ends however the parent ends. */
	private static void endWithTheParent() {
		try {
			while (System.in.read() >= 0) {
				continue;
			}
		}
		catch (IOException ex) {
			// As good as the end.
		}
		Runtime.getRuntime().halt(1);
	}

}
