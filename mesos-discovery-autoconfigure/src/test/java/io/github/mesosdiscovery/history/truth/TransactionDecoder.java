package io.github.mesosdiscovery.history.truth;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.apache.jute.Record;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.server.ByteBufferInputStream;
import org.apache.zookeeper.txn.CloseSessionTxn;
import org.apache.zookeeper.txn.CreateContainerTxn;
import org.apache.zookeeper.txn.CreateTTLTxn;
import org.apache.zookeeper.txn.CreateTxn;
import org.apache.zookeeper.txn.CreateTxnV0;
import org.apache.zookeeper.txn.DeleteTxn;
import org.apache.zookeeper.txn.ErrorTxn;
import org.apache.zookeeper.txn.MultiTxn;
import org.apache.zookeeper.txn.SetACLTxn;
import org.apache.zookeeper.txn.SetDataTxn;
import org.apache.zookeeper.txn.Txn;
import org.apache.zookeeper.txn.TxnHeader;
import org.jspecify.annotations.Nullable;

/**
 * Understands the records of a transaction log.
 */
final class TransactionDecoder {

	private TransactionDecoder() {
	}

	static LoggedTransaction decode(TxnHeader header, @Nullable Record body) throws IOException {
		List<Operation> operations = new ArrayList<>();
		if (body instanceof MultiTxn multi) {
			for (Txn part : multi.getTxns()) {
				operations.add(operation(part.getType(), header.getClientId(), parse(part)));
			}
			// One that failed keeps the others from being done.
			operations.stream()
				.filter(Operation.Refused.class::isInstance)
				.findFirst()
				.ifPresent((refused) -> operations.retainAll(List.of(refused)));
		}
		else {
			operations.add(operation(header.getType(), header.getClientId(), body));
		}
		return new LoggedTransaction(header.getZxid(), header.getClientId(), header.getTime(), List.copyOf(operations));
	}

	private static Operation operation(int type, long session, @Nullable Record body) {
		if (type == OpCode.createSession) {
			return new Operation.OpenSession();
		}
		if (type == OpCode.closeSession) {
			return new Operation.CloseSession((body instanceof CloseSessionTxn close) ? close.getPaths2Delete() : null);
		}
		if (type == OpCode.error) {
			return new Operation.Refused((body instanceof ErrorTxn error) ? error.getErr() : 0);
		}
		if (body instanceof CreateTxn create) {
			return new Operation.Create(create.getPath(), bytes(create.getData()), create.getEphemeral() ? session : 0);
		}
		if (body instanceof CreateTxnV0 create) {
			return new Operation.Create(create.getPath(), bytes(create.getData()), create.getEphemeral() ? session : 0);
		}
		if (body instanceof CreateContainerTxn create) {
			return new Operation.Create(create.getPath(), bytes(create.getData()), 0);
		}
		if (body instanceof CreateTTLTxn create) {
			return new Operation.Create(create.getPath(), bytes(create.getData()), 0);
		}
		if (body instanceof DeleteTxn delete) {
			return new Operation.Delete(delete.getPath());
		}
		if (body instanceof SetDataTxn set) {
			return new Operation.SetData(set.getPath(), bytes(set.getData()));
		}
		return (body instanceof SetACLTxn set) ? new Operation.SetAcl(set.getPath()) : new Operation.Other(type);
	}

	private static @Nullable Record parse(Txn part) throws IOException {
		Record body = switch (part.getType()) {
			case OpCode.create, OpCode.create2 -> new CreateTxn();
			case OpCode.createContainer -> new CreateContainerTxn();
			case OpCode.createTTL -> new CreateTTLTxn();
			case OpCode.delete, OpCode.deleteContainer -> new DeleteTxn();
			case OpCode.setData -> new SetDataTxn();
			case OpCode.error -> new ErrorTxn();
			default -> null;
		};
		if (body != null) {
			ByteBufferInputStream.byteBuffer2Record(ByteBuffer.wrap(part.getData()), body);
		}
		return body;
	}

	private static byte[] bytes(byte @Nullable [] data) {
		return (data != null) ? data : new byte[0];
	}

}
