package io.github.mesosdiscovery.url;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Parses master URLs like {@code MasterDetector::create} of Mesos. Internal.
 */
public final class MasterUrlParser {

	static final int MAX_FILE_SIZE = 16 * 1024;

	private static final String FILE = "file://";

	private static final String MASTER = "master@";

	private MasterUrlParser() {
	}

	/**
	 * Parse a master URL. White space around it is ignored. The forms are
	 * <ul>
	 * <li>{@code zk://[user:password@]host[:port],.../path}: the masters that register
	 * under a path in ZooKeeper. The default port is 2181. The path starts at the first
	 * slash, and the servers after the last {@code @} before it. User and password are
	 * not percent-decoded.
	 * <li>{@code host:port} and {@code master@host:port}: a fixed master.
	 * <li>{@code file:///path}: a file that contains one of the other forms. It is read
	 * once, by this method.
	 * </ul>
	 * The grammar is that of {@code zookeeper::URL} and {@code MasterDetector::create} of
	 * Mesos, with two differences. Hosts and ports are validated, although no name is
	 * resolved. A path must not contain {@code @}, which is far more likely to end a
	 * password with a slash in it.
	 * @param text the master URL
	 * @return the parsed master URL
	 * @throws InvalidMasterUrlException if the text is not a master URL or the file
	 * cannot be read
	 */
	public static MasterUrl parse(String text) {
		String masterUrl = text.strip();
		if (!masterUrl.startsWith(FILE)) {
			return parseDirect(masterUrl);
		}
		String content = read(masterUrl.substring(FILE.length()));
		try {
			if (content.startsWith(FILE)) {
				throw new InvalidMasterUrlException("one file must not name another", InvalidMasterUrlException.ZK);
			}
			return parseDirect(content);
		}
		catch (InvalidMasterUrlException ex) {
			throw new InvalidMasterUrlException("in the file, " + ex.reason(), ex.example());
		}
	}

	private static MasterUrl parseDirect(String masterUrl) {
		CommonMistakes.checkCharacters(masterUrl);
		if (masterUrl.startsWith(MasterUrl.ZOOKEEPER_SCHEME)) {
			return ZooKeeperUrl.parse(masterUrl.substring(MasterUrl.ZOOKEEPER_SCHEME.length()));
		}
		CommonMistakes.check(masterUrl);
		return FixedMaster.parse(masterUrl.startsWith(MASTER) ? masterUrl.substring(MASTER.length()) : masterUrl);
	}

	// Causes would repeat the path, which contains the password of a mistyped zk:// URL.
	private static String read(String path) {
		if (path.isEmpty()) {
			throw new InvalidMasterUrlException("no file is named after file://", InvalidMasterUrlException.FILE);
		}
		try {
			String content = decode(readBytes(Path.of(path))).strip();
			if (content.isEmpty()) {
				throw invalidFile("is empty");
			}
			return content;
		}
		catch (InvalidPathException ex) {
			throw invalidFile("has a path that this system does not allow");
		}
		catch (CharacterCodingException ex) {
			throw invalidFile("is not UTF-8 text");
		}
		catch (IOException ex) {
			throw invalidFile("cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
	}

	private static byte[] readBytes(Path file) throws IOException {
		if (!Files.exists(file)) {
			throw invalidFile("does not exist");
		}
		// Reading a pipe or a device could block or never end.
		if (!Files.isRegularFile(file)) {
			throw invalidFile("is not a regular file");
		}
		try (InputStream in = Files.newInputStream(file)) {
			byte[] content = in.readNBytes(MAX_FILE_SIZE + 1);
			if (content.length > MAX_FILE_SIZE) {
				throw invalidFile("is larger than " + MAX_FILE_SIZE + " bytes");
			}
			return content;
		}
	}

	private static String decode(byte[] content) throws CharacterCodingException {
		return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
	}

	private static InvalidMasterUrlException invalidFile(String problem) {
		return new InvalidMasterUrlException("the file " + problem, InvalidMasterUrlException.FILE);
	}

}
