package io.github.mesosdiscovery.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FaultProxy}.
 */
class FaultProxyTests {

	private static final int SILENCE = 200;

	private final EchoServer server = new EchoServer();

	private final FaultProxy proxy = FaultProxy.to(this.server.port());

	private Socket client;

	@BeforeEach
	void connect() throws IOException {
		this.client = open();
		assertEcho(this.client, 1);
	}

	@AfterEach
	void close() throws IOException {
		this.client.close();
		this.proxy.close();
		this.server.close();
		await().until(() -> this.server.connections.get() == 0);
		assertThat(this.proxy.connections()).isZero();
	}

	@Test
	void aResetEndsConnectionsAndLetsNewOnesIn() throws IOException {
		this.proxy.reset();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> this.client.getInputStream().read())
			.withMessageContaining("reset");
		await().until(() -> this.server.connections.get() == 0);
		try (Socket next = open()) {
			assertEcho(next, 2);
			assertThat(this.proxy.accepted()).isEqualTo(2);
			assertThat(this.proxy.connections()).isEqualTo(1);
		}
	}

	@Test
	void aCutRefusesConnectionsUntilItIsRestored() throws IOException {
		this.proxy.cut();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> this.client.getInputStream().read());
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::open);
		this.proxy.restore();
		try (Socket next = open()) {
			assertEcho(next, 2);
		}
	}

	@Test
	void aCutIsRestoredWhileProcessesAreStarted() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		Thread starter = new Thread(() -> {
			while (!done.get()) {
				startAProcess();
			}
		});
		starter.start();
		try {
			for (int i = 0; i < 300; i++) {
				this.proxy.cut();
				this.proxy.restore();
			}
		}
		finally {
			done.set(true);
			starter.join();
		}
		try (Socket next = open()) {
			assertEcho(next, 2);
		}
	}

	@Test
	void silenceHoldsBytesBackUntilItIsRestored() throws IOException {
		this.proxy.silence();
		this.client.getOutputStream().write(2);
		assertSilent(this.client);
		assertThat(this.server.received).hasValue(1);
		try (Socket next = open()) {
			next.getOutputStream().write(3);
			assertSilent(next);
			assertThat(this.server.connections).hasValue(1);
			this.proxy.restore();
			assertThat(this.client.getInputStream().read()).isEqualTo(2);
			assertThat(next.getInputStream().read()).isEqualTo(3);
		}
	}

	@Test
	void oneDirectionCanBeSilent() throws IOException {
		this.proxy.silence(Direction.TO_CLIENT);
		this.client.getOutputStream().write(2);
		await().until(() -> this.server.received.get() == 2);
		assertSilent(this.client);
		this.proxy.silence(Direction.TO_SERVER);
		assertThat(this.client.getInputStream().read()).isEqualTo(2);
		this.client.getOutputStream().write(3);
		assertSilent(this.client);
		assertThat(this.server.received).hasValue(2);
	}

	@Test
	void aDelayIsOneOfEachByteAndNotOfTheirSum() throws IOException {
		Duration delay = Duration.ofMillis(100);
		this.proxy.delay(delay);
		long start = System.nanoTime();
		for (int i = 0; i < 20; i++) {
			this.client.getOutputStream().write(i);
		}
		for (int i = 0; i < 20; i++) {
			assertThat(this.client.getInputStream().read()).isEqualTo(i);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(delay.multipliedBy(2),
				delay.multipliedBy(20));
	}

	@Test
	void aHalfOpenConnectionIsOpenOnTheClientsSideAlone() throws IOException {
		this.proxy.halfOpen();
		await().until(() -> this.server.connections.get() == 0);
		this.client.getOutputStream().write(2);
		assertSilent(this.client);
		assertThat(this.proxy.connections()).isEqualTo(1);
		try (Socket next = open()) {
			assertEcho(next, 3);
		}
	}

	@Test
	void aLargePacketStopsItsConnectionInItsDirection() throws IOException {
		this.client.close();
		this.proxy.dropLargerThan(10, Direction.TO_CLIENT);
		try (Socket one = open(); Socket other = open()) {
			assertEcho(one, packet(1), packet(10));
			one.getOutputStream().write(packet(11));
			one.getOutputStream().write(packet(1));
			await().until(() -> this.server.received.get() == 1 + 5 + 14 + 15 + 5);
			assertSilent(one);
			assertEcho(other, packet(10));
			this.proxy.restore();
			assertThat(one.getInputStream().readNBytes(20)).isEqualTo(join(packet(11), packet(1)));
			assertEcho(one, packet(20_000));
		}
	}

	@Test
	void aLargePacketIsFoundWhereverItBegins() throws IOException {
		this.client.close();
		try (Socket next = open()) {
			byte[] header = Arrays.copyOf(packet(1), 2);
			next.getOutputStream().write(join(packet(11), header));
			assertThat(next.getInputStream().readNBytes(17)).isEqualTo(join(packet(11), header));
			this.proxy.dropLargerThan(10);
			next.getOutputStream().write(join(Arrays.copyOfRange(packet(1), 2, 5), packet(11)));
			assertThat(next.getInputStream().readNBytes(3)).isEqualTo(Arrays.copyOfRange(packet(1), 2, 5));
			assertSilent(next);
			assertThat(this.server.received).hasValue(1 + 17 + 3);
		}
	}

	@Test
	void withoutAnswersOnlyTheHandshakePasses() throws IOException {
		this.proxy.withholdAnswers();
		try (Socket next = open()) {
			assertEcho(next, packet(20));
			next.getOutputStream().write(packet(1));
			await().until(() -> this.server.received.get() == 1 + 24 + 5);
			assertSilent(next);
			this.proxy.restore();
			assertThat(next.getInputStream().readNBytes(5)).isEqualTo(packet(1));
		}
	}

	@Test
	void aServerThatIsNotThereEndsTheConnection() throws IOException {
		try (FaultProxy nowhere = FaultProxy.to(LoopbackPorts.findFree());
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), nowhere.port())) {
			assertThat(isEnded(socket)).isTrue();
		}
	}

	@Test
	void theEndOfOneSideIsTheEndOfTheOther() throws IOException {
		this.client.close();
		await().until(() -> this.server.connections.get() == 0 && this.proxy.connections() == 0);
	}

	@Test
	void portIsKeptWhileItIsCut() {
		for (int i = 0; i < 20; i++) {
			this.proxy.cut();
			this.proxy.restore();
		}
		this.proxy.cut();
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> new ServerSocket(this.proxy.port(), 1, InetAddress.getLoopbackAddress()).close());
		this.proxy.restore();
	}

	private Socket open() throws IOException {
		return new Socket(InetAddress.getLoopbackAddress(), this.proxy.port());
	}

	private static void assertEcho(Socket socket, int value) throws IOException {
		socket.getOutputStream().write(value);
		assertThat(socket.getInputStream().read()).isEqualTo(value);
	}

	private static void assertEcho(Socket socket, byte[]... packets) throws IOException {
		byte[] sent = join(packets);
		socket.getOutputStream().write(sent);
		assertThat(socket.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
	}

	private static byte[] packet(int length) {
		return ByteBuffer.allocate(Integer.BYTES + length).putInt(length).array();
	}

	private static byte[] join(byte[]... packets) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		Stream.of(packets).forEach(joined::writeBytes);
		return joined.toByteArray();
	}

	private static void startAProcess() {
		try {
			new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertSilent(Socket socket) throws IOException {
		socket.setSoTimeout(SILENCE);
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.getInputStream().read());
		socket.setSoTimeout(0);
	}

	private static boolean isEnded(Socket socket) {
		try {
			return socket.getInputStream().read() < 0;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
