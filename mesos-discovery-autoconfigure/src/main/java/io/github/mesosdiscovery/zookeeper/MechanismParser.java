package io.github.mesosdiscovery.zookeeper;

/**
 * Tells the forms of a mechanism string apart, as {@code MasterDetector::create} of Mesos
 * does.
 */
final class MechanismParser {

	private static final String FILE = "file://";

	private static final String MASTER = "master@";

	private MechanismParser() {
	}

	static Mechanism parse(String text) {
		String mechanism = text.strip();
		if (!mechanism.startsWith(FILE)) {
			return parseDirect(mechanism);
		}
		String content = MechanismFile.read(mechanism.substring(FILE.length()));
		try {
			if (content.startsWith(FILE)) {
				throw new InvalidMechanismException("one file must not name another", InvalidMechanismException.ZK);
			}
			return parseDirect(content);
		}
		catch (InvalidMechanismException ex) {
			throw ex.inFile();
		}
	}

	private static Mechanism parseDirect(String mechanism) {
		CommonMistakes.checkCharacters(mechanism);
		if (mechanism.startsWith(ZooKeeperUrl.SCHEME)) {
			return ZooKeeperUrl.parse(mechanism.substring(ZooKeeperUrl.SCHEME.length()));
		}
		CommonMistakes.check(mechanism);
		return FixedMaster.parse(mechanism.startsWith(MASTER) ? mechanism.substring(MASTER.length()) : mechanism);
	}

}
