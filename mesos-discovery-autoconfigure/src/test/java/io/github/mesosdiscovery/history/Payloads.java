package io.github.mesosdiscovery.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.mesosdiscovery.MasterRegistration;
import io.github.mesosdiscovery.MesosMaster;
import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.history.trace.Seen;
import io.github.mesosdiscovery.proto.MasterInfo;
import io.github.mesosdiscovery.test.MasterFormat;
import io.github.mesosdiscovery.test.SimulatedMasters;
import org.jspecify.annotations.Nullable;

/**
 * Everything that masters write in one run, each with a port of its own. So it is known
 * what data says without decoding it.
 */
final class Payloads {

	private static final List<byte[]> GARBAGE = List.of(new byte[0], new byte[] { (byte) 0xff, (byte) 0xfe, '{' },
			"{\"id\":\"".getBytes(StandardCharsets.UTF_8), "x".repeat(70_000).getBytes(StandardCharsets.UTF_8),
			"{\"hostname\":\"a b\",\"port\":5050}".getBytes(StandardCharsets.UTF_8));

	private final AtomicInteger ports = new AtomicInteger(2000);

	private final Map<ByteBuffer, String> written = new ConcurrentHashMap<>();

	private final Map<String, Expected> expected = new ConcurrentHashMap<>();

	byte[] readable(MasterFormat format) {
		MasterInfo info = SimulatedMasters.info(this.ports.incrementAndGet()).build();
		byte[] data = format.encode(info);
		this.written.put(ByteBuffer.wrap(data), info.getPid());
		this.expected.put(info.getPid(), new Expected(format, info));
		return data;
	}

	/** The format of a registration, by the label in its name. */
	static MasterFormat format(String znode) {
		return znode.contains("json.info_") ? MasterFormat.JSON
				: znode.contains("info_") ? MasterFormat.PROTOBUF : MasterFormat.UPID;
	}

	static byte[] unreadable(int kind) {
		return GARBAGE.get(kind % GARBAGE.size()).clone();
	}

	@Nullable String of(byte[] data) {
		return this.written.get(ByteBuffer.wrap(data));
	}

	Seen seen(MasterRegistration registration) {
		if (registration instanceof UnreadableMaster unreadable) {
			return new Seen(unreadable.znode(), unreadable.sequence(), unreadable.epoch(), null, unreadable.error());
		}
		MesosMaster master = (MesosMaster) registration;
		Expected info = this.expected.get(master.pid());
		boolean same = info != null && (info.format() == MasterFormat.UPID || info.info().equals(master.masterInfo()));
		return new Seen(master.znode(), master.sequence(), master.epoch(),
				same ? master.pid() : "other than written: " + master.masterInfo(), null);
	}

	private record Expected(MasterFormat format, MasterInfo info) {
	}

}
