package io.github.mesosdiscovery.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a server without a session, as every version of ZooKeeper can be asked.
 */
final class FourLetterWord {

	private static final int TIMEOUT = 4000;

	private FourLetterWord() {
	}

	/**
	 * Return the answer, or an empty one where there is none.
	 */
	static String ask(int port, String word) {
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT);
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
			socket.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
