package io.github.mesosdiscovery.zookeeper;

/**
 * Keeps a log that fails, for example on a full disk, from ending what it reports on.
 */
final class SafeLog {

	private SafeLog() {
	}

	/**
	 * Write to a log.
	 * @param entry formats and writes the entry
	 */
	static void write(Runnable entry) {
		try {
			entry.run();
		}
		catch (RuntimeException | Error ex) {
			// There is nowhere to report it.
		}
	}

}
